export default definePageConfig({ navigationBarTitleText: '历史稿' });
