export default definePageConfig({ navigationBarTitleText: '地方档案' });
