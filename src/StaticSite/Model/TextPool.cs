using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace StaticSite.Model;

/// <summary>Short texts that many files share: the keys of YAML, the ids of tags, people and works stand in thousands of them, and a collector has to look at every copy. Safe to use from many threads.</summary>
internal static class TextPool
{
    private const int Longest = 24, Places = 1 << 12;

    private static readonly string?[] s_texts = new string?[Places];

    /// <param name="utf8">A text in UTF-8.</param>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest || !Ascii.IsValid(utf8))
        {
            return Encoding.UTF8.GetString(utf8);
        }

        // Two threads that meet at one place both have a good text.
        ref var place = ref s_texts[(int)(XxHash3.HashToUInt64(utf8) % Places)];
        var known = Volatile.Read(ref place);
        if (known is null || !Ascii.Equals(utf8, known))
        {
            Volatile.Write(ref place, known = Encoding.ASCII.GetString(utf8));
        }

        return known;
    }

    public static string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return text.ToString();
        }

        ref var place = ref s_texts[(int)(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text)) % Places)];
        var known = Volatile.Read(ref place);
        if (known is null || !text.SequenceEqual(known))
        {
            Volatile.Write(ref place, known = text.ToString());
        }

        return known;
    }
}
