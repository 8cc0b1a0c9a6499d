export default definePageConfig({ navigationBarTitleText: '补登来人' });
