export default definePageConfig({ navigationBarTitleText: '农忙月份' });
