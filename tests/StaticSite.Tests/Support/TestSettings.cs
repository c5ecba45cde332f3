using StaticSite.Model;

namespace StaticSite.Tests.Support;

internal static class TestSettings
{
    public static SiteSettings ChineseAndEnglish { get; } = new()
    {
        Where = new SourceSpan("input/site.yml", 0, 0),
        BaseUrl = new Uri("https://example.org"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Languages = [new LanguageInfo(new Language("zh"), "zh-CN", "中文"), new LanguageInfo(new Language("en"), "en", "English")],
        Title = LocalizedText.Of("Test"),
        Publisher = new Publisher(LocalizedText.Of("Test"), null, null, null, null, null, null),
    };
}
