namespace StaticSite.Parse.Text;

/// <summary>FNV-1a; the kind keeps a tag apart from the word of the same letters.</summary>
internal static class TermHash
{
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, char kind)
    {
        var hash = (14695981039346656037 ^ kind) * Prime;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
