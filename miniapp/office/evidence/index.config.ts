export default definePageConfig({ navigationBarTitleText: '签到明细' });
