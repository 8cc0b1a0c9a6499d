export default definePageConfig({ navigationBarTitleText: '上课地点' });
