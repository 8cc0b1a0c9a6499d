export default definePageConfig({ navigationBarTitleText: '妇女名单' });
