namespace StaticSite.Parse.Text;

/// <summary>FNV-1a; the kind keeps a tag apart from the word of the same letters.</summary>
internal static class TermHash
{
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, char kind)
    {
        var hash = Start(kind);
        foreach (var c in text)
        {
            hash = Continue(hash, c);
        }

        return hash;
    }

    public static ulong Start(char kind) => (14695981039346656037 ^ kind) * Prime;

    public static ulong Continue(ulong hash, char c) => (hash ^ c) * Prime;
}
