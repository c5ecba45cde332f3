namespace StaticSite.Benchmarks.Articles;

/// <summary>A sentence with slots: <c>{t}</c> is a term, <c>{n}</c> a noun; <see cref="TextMaker"/> knows the rest.</summary>
/// <param name="Texts">One more than slots: what stands around them.</param>
internal sealed record Pattern(string[] Texts, char[] Slots)
{
    public static Pattern Parse(string line)
    {
        var parts = line.Split('{', '}');
        return new([.. parts.Where((_, index) => index % 2 == 0)], [.. parts.Where((_, index) => index % 2 == 1).Select(slot => slot[0])]);
    }
}
