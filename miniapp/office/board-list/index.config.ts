export default definePageConfig({ navigationBarTitleText: '村里公示' });
