using System.Globalization;
using System.Text;

namespace StaticSite.Render;

/// <summary>Collects a document's text in memory that is used again for the next one: a StringBuilder would leave hundreds of kilobytes a page to the collector.</summary>
internal sealed class TextBuffer() : TextWriter(CultureInfo.InvariantCulture)
{
    [ThreadStatic]
    private static TextBuffer? t_free;

    private char[] _characters = new char[64 * 1024];
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, _length);

    /// <summary>An empty buffer; give it back with <see cref="Return"/>.</summary>
    public static TextBuffer Rent()
    {
        var buffer = t_free ?? new TextBuffer();
        t_free = null;
        buffer._length = 0;
        return buffer;
    }

    public void Return() => t_free = this;

    public byte[] ToUtf8()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(Text));
        Encoding.UTF8.GetBytes(Text, bytes);
        return bytes;
    }

    public override void Write(char value)
    {
        Reserve(1);
        _characters[_length++] = value;
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_characters.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    private void Reserve(int more)
    {
        if (_length + more > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_length + more, _characters.Length * 2));
        }
    }
}
