export default definePageConfig({ navigationBarTitleText: '村宣传栏' });
