export default definePageConfig({ navigationBarTitleText: '说说这门课' });
