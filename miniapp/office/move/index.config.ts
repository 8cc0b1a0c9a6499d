export default definePageConfig({ navigationBarTitleText: '改上课时间' });
