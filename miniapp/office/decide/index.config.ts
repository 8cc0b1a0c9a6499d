export default definePageConfig({ navigationBarTitleText: '人工决定' });
