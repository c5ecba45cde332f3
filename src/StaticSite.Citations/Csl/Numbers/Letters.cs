namespace StaticSite.Citations.Csl.Numbers;

/// <summary>a, b … z, aa, ab …</summary>
internal static class Letters
{
    public static string Of(int number)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('a' + (rest - 1) % 26);
        }

        return letters[at..].ToString();
    }
}
