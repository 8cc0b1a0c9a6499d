export default definePageConfig({ navigationBarTitleText: '分配结果' });
