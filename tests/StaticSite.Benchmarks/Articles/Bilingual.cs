namespace StaticSite.Benchmarks.Articles;

internal sealed record Bilingual(string Zh, string En)
{
    public static readonly string[] Languages = ["zh", "en"];

    public string In(string language) => language == "zh" ? Zh : En;
}
