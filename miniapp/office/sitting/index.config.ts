export default definePageConfig({ navigationBarTitleText: '集中登记' });
