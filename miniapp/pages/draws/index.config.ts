export default definePageConfig({ navigationBarTitleText: '抽签公开' });
