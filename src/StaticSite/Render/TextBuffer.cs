using System.Globalization;
using System.Text;

namespace StaticSite.Render;

/// <summary>Collects a document's text in memory that is used again for the next one: a StringBuilder would leave hundreds of kilobytes a page to the collector.</summary>
internal sealed class TextBuffer
{
    /// <summary>In characters; the memory of a longer text is not kept for the next one.</summary>
    private const int LongestKept = 1 << 20;

    [ThreadStatic]
    private static TextBuffer? t_free;

    private char[] _characters = new char[64 * 1024];
    private byte[] _bytes = [];
    private int _length;

    /// <summary>The one that is free besides; two are in use where one text stands within another.</summary>
    private TextBuffer? _next;

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, _length);

    /// <summary>An empty buffer; give it back with <see cref="Return"/>.</summary>
    public static TextBuffer Rent()
    {
        var buffer = t_free ?? new TextBuffer();
        t_free = buffer._next;
        (buffer._length, buffer._next) = (0, null);
        return buffer;
    }

    public void Return()
    {
        if (_characters.Length <= LongestKept)
        {
            (_next, t_free) = (t_free, this);
        }
    }

    public byte[] ToUtf8()
    {
        // Larger than needed, so that the text is walked once and not first counted.
        var most = Encoding.UTF8.GetMaxByteCount(_length);
        if (_bytes.Length < most)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(most);
        }

        var utf8 = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetBytes(Text, _bytes));
        _bytes.AsSpan(0, utf8.Length).CopyTo(utf8);
        return utf8;
    }

    public TextBuffer Write(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_length + text.Length, _characters.Length * 2));
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
        return this;
    }

    /// <summary>As HTML.</summary>
    public TextBuffer WriteEscaped(ReadOnlySpan<char> text)
    {
        Html.Write(text, this);
        return this;
    }

    public TextBuffer Write(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return Write(digits[..length]);
    }

    /// <summary>Takes back what was written last.</summary>
    /// <param name="length">How many characters stay.</param>
    public void CutTo(int length) => _length = length;

    /// <summary>Puts <paramref name="indent"/> before every line that was written since <paramref name="start"/>.</summary>
    public void Indent(int start, string indent)
    {
        var lines = Text[start..].ToString();
        _length = start;
        for (var at = 0; at < lines.Length;)
        {
            var end = lines.IndexOf('\n', at) is >= 0 and var found ? found + 1 : lines.Length;
            Write(indent);
            Write(lines.AsSpan(at, end - at));
            at = end;
        }
    }
}
