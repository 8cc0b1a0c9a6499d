export default definePageConfig({ navigationBarTitleText: '巾帼培训', enableShareAppMessage: true });
