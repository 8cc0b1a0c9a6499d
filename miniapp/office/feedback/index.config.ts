export default definePageConfig({ navigationBarTitleText: '课后反馈' });
