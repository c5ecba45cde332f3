namespace StaticSite.Render;

/// <summary>A text of the theme's strings that says a number: pages ask for the same few numbers again and again. Safe to use from many threads.</summary>
internal sealed class NumberedPhrase(Phrase phrase, string key)
{
    private const int MostKept = 64;

    private readonly string?[] _known = new string?[MostKept];

    public string For(int number) => number is < 0 or >= MostKept ? phrase(key, number) : _known[number] ??= phrase(key, number);
}
