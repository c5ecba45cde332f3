using System.Text;
using StaticSite.Read;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Read;

public sealed class SourceReaderTests
{
    private const string HowToSave = "Save it as UTF-8. Chinese Windows programs often save GB18030 (also called GBK or ANSI), and offer UTF-8 in 'Save as'.";

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0xE4, 0xB8, 0xAD }, "a中")]
    [InlineData(new byte[] { (byte)'a', (byte)'\r', (byte)'\n', (byte)'b', (byte)'\r', (byte)'\t' }, "a\r\nb\r\t")]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80 }, "😀")]
    [InlineData(new byte[0], "")]
    public void A_text_is_read_without_its_byte_order_mark_and_with_its_line_ends(byte[] bytes, string text)
    {
        var (source, diagnostics) = SourceReader.Decode("a.md", bytes);

        Assert.Empty(diagnostics);
        Assert.Equal(text, source?.Text);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "it is UTF-16")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'a' }, "it is UTF-16")]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b', 0 }, "it is UTF-16")]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xD6, 0xD0, 0xCE, 0xC4 }, "the byte 0xD6 in line 2, at offset 3, has no meaning there")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3 }, "the byte 0xC3 in line 1, at offset 3, has no meaning there")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "the byte 0xED in line 1, at offset 0, has no meaning there")]
    public void Other_encodings_are_refused(byte[] bytes, string what)
    {
        var (source, diagnostics) = SourceReader.Decode("a.md", bytes);

        Assert.Null(source);
        Assert.Equal($"a.md: error read/not-utf-8: The file is not UTF-8: {what}.\n  hint: {HowToSave}\n", DiagnosticText.Print(diagnostics));
    }

    [Theory]
    [InlineData("a\u0000b\u0007c", "a\uFFFDb\uFFFDc", "U+0000", 2)]
    [InlineData("a\u202Eb", "a\uFFFDb", "U+202E", 1)]
    [InlineData("\u2066\u2069", "\uFFFD\uFFFD", "U+2066", 2)]
    [InlineData("x\uFDD0y\uFFFEz\uFFFF", "x\uFFFDy\uFFFDz\uFFFD", "U+FDD0", 3)]
    [InlineData("\u007F\u0085\u009F", "\uFFFD\uFFFD\uFFFD", "U+007F", 3)]
    [InlineData("😀\U0001FFFE", "😀\uFFFD\uFFFD", "U+D83F", 1)]
    public void Characters_that_no_text_may_hold_are_replaced_in_their_place(string text, string cleaned, string first, int count)
    {
        var (source, diagnostics) = SourceReader.Decode("a.md", Encoding.UTF8.GetBytes(text));

        Assert.Equal(cleaned, source?.Text);
        Assert.Equal(
            $"read/forbidden-characters: {first} stands here, a character that cannot be printed or that hides the order of the text{(count == 1 ? "" : $", and {count - 1} more in this file")}; replaced by U+FFFD.",
            $"{diagnostics.Single().Code}: {diagnostics.Single().Message}");
    }

    [Fact]
    public void A_file_of_800_KB_and_a_line_of_150000_characters_are_read_whole()
    {
        using var folder = new TemporaryFolder();
        var text = new string('细', 150_000) + "\n" + string.Concat(Enumerable.Repeat("肾病 and stem cells\n", 35_000));
        var (source, diagnostics) = SourceReader.ReadText(folder.Write("a.md", Encoding.UTF8.GetBytes(text)));

        Assert.Empty(diagnostics);
        Assert.Equal(text, source?.Text);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused()
    {
        using var folder = new TemporaryFolder();
        var (source, diagnostics) = SourceReader.ReadText(folder.Write("a.md", new byte[SourceReader.LargestText + 1]));

        Assert.Null(source);
        Assert.Equal("""
            a.md: error read/too-large: The text is 16 MB long; 16 MB are the limit.
              hint: Split it, or put it into input/static if it is not a text of the site.

            """, DiagnosticText.Print(diagnostics));
    }

    [Fact]
    public void A_file_that_has_gone_is_a_diagnostic()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.md", [1]);
        File.Delete(file.FullPath);

        Assert.Equal("read/unreadable", SourceReader.ReadText(file).Diagnostics.Single().Code);
        Assert.Equal("read/unreadable", SourceReader.ReadContent(file).Diagnostics.Single().Code);
    }

    [Fact]
    public void A_file_that_is_copied_is_known_by_its_hash()
    {
        using var folder = new TemporaryFolder();
        var content = SourceReader.ReadContent(folder.Write("a.bin", "abc"u8.ToArray())).Value!;

        Assert.Equal(("ba7816bf8f01cfea", 3), (content.Hash, content.Length));
    }
}
