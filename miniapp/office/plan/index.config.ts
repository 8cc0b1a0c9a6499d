export default definePageConfig({ navigationBarTitleText: '班次计划' });
