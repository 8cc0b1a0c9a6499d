export default definePageConfig({ navigationBarTitleText: '打电话告诉她' });
