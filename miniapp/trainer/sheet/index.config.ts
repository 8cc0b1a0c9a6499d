export default definePageConfig({ navigationBarTitleText: '录入签到表' });
