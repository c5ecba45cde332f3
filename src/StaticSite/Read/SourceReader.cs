using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Unicode;
using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>Opens files. What the disk refuses is a diagnostic of that file.</summary>
internal static class SourceReader
{
    public const long LargestText = 16 * 1024 * 1024;

    private const int HashDigits = 16;

    /// <summary>
    /// The text of a file in UTF-8, without its byte order mark; null where it cannot be read. Line ends stay as they
    /// are (LF, CR LF or CR), so that offsets are those that an editor counts: parsers take all three.
    /// </summary>
    public static Outcome<SourceFile?> ReadText(InputFile file)
    {
        try
        {
            var length = new FileInfo(file.FullPath).Length;
            return length > LargestText
                ? new(null, [ReadDiagnostics.TooLarge(file.Path, length, LargestText)])
                : Decode(file.Path, File.ReadAllBytes(file.FullPath));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [ReadDiagnostics.Unreadable(file.Path, error.Message)]);
        }
    }

    /// <summary>The hash of a file that is copied; null where it cannot be read.</summary>
    public static Outcome<FileContent?> ReadContent(InputFile file)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            var hash = Convert.ToHexStringLower(SHA256.HashData(stream))[..HashDigits];
            return new(new FileContent(file.FullPath, stream.Length, hash), []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [ReadDiagnostics.Unreadable(file.Path, error.Message)]);
        }
    }

    internal static Outcome<SourceFile?> Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..])
        {
            return new(null, [ReadDiagnostics.NotUtf8(new SourceSpan(path, 0, 0), "it is UTF-16")]);
        }

        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var status = Utf8.ToUtf16(text, characters, out var read, out var written, replaceInvalidSequences: false);
        var decoded = new string(characters, 0, written);
        ArrayPool<char>.Shared.Return(characters);
        if (status == OperationStatus.Done)
        {
            return Clean(path, decoded);
        }

        var line = 1 + text[..read].Count((byte)'\n');
        var what = $"the byte 0x{text[read]:X2} in line {line}, at offset {read + bytes.Length - text.Length}, has no meaning there";
        return new(null, [ReadDiagnostics.NotUtf8(new SourceSpan(path, written, 0), what)]);
    }

    /// <summary>Marks in parsed bodies are noncharacters, which therefore no source may hold.</summary>
    private static Outcome<SourceFile?> Clean(string path, string text)
    {
        var cleaned = ForbiddenCharacters.Replace(text, out var first, out var count);
        ImmutableArray<Diagnostic> found = count == 0 ? [] : [ReadDiagnostics.ForbiddenCharacters(new SourceSpan(path, first, 1), text[first], count)];
        return new(new SourceFile(path, cleaned), found);
    }
}
