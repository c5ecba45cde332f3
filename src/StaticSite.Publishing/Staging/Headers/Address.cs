using System.Buffers;
using System.Globalization;
using System.Text;

namespace StaticSite.Publishing.Staging.Headers;

/// <summary>Under which address a file is served, and how an address is written in a server's files.</summary>
internal static class Address
{
    private const string Index = "index.html";

    // Neither needs to be escaped in a path, nor means anything to one of the servers. "*" and ":" are patterns of theirs, "$" and "{" their variables.
    private static readonly SearchValues<char> s_inPath = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!&'()+,;=@");
    private static readonly SearchValues<char> s_inAddress = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!&'()+,;=@:?#[]*%");

    /// <summary>Unescaped; an index.html is its folder's.</summary>
    public static string Of(string path) => IsIndex(path) ? $"/{path[..^Index.Length]}" : $"/{path}";

    public static bool IsIndex(string path) => path == Index || path.EndsWith("/" + Index, StringComparison.Ordinal);

    /// <param name="path">Unescaped.</param>
    public static string EscapePath(string path) => Escape(path, s_inPath);

    /// <summary>An address as somebody wrote it: what is escaped stays so, what no address may hold becomes so.</summary>
    public static string Clean(string address) => Escape(address, s_inAddress);

    private static string Escape(string text, SearchValues<char> allowed)
    {
        if (text.AsSpan().IndexOfAnyExcept(allowed) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length * 2);
        foreach (var letter in Encoding.UTF8.GetBytes(text))
        {
            if (letter < 0x80 && allowed.Contains((char)letter))
            {
                escaped.Append((char)letter);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{letter:X2}");
            }
        }

        return escaped.ToString();
    }
}
