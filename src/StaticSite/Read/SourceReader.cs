using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;
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
        var (bytes, found) = ReadBytes(file);
        return bytes is null ? new(null, found) : Decode(file.Path, bytes);
    }

    /// <summary>The bytes of a text file; null where it cannot be read.</summary>
    public static Outcome<byte[]?> ReadBytes(InputFile file)
    {
        try
        {
            // Nobody is locked out of it: a lock would be one more call of the system for each file.
            using var opened = File.OpenHandle(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(opened);
            return length > LargestText
                ? new(null, [ReadDiagnostics.TooLarge(file.Path, length, LargestText)])
                : new(ReadAll(opened, (int)length), []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [ReadDiagnostics.Unreadable(file.Path, error.Message)]);
        }
    }

    /// <summary>A file that grows while it is read has the length that it had at first.</summary>
    private static byte[] ReadAll(SafeFileHandle file, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        var done = 0;
        while (done < length && RandomAccess.Read(file, bytes.AsSpan(done), done) is > 0 and var read)
        {
            done += read;
        }

        return done == length ? bytes : bytes[..done];
    }

    /// <summary>A file that belongs to no site, by its path as the user wrote it.</summary>
    public static Outcome<SourceFile?> ReadText(string path) => ReadText(new InputFile(path, Environment.CurrentDirectory, 0, default));

    /// <summary>The hash of a file that is copied; null where it cannot be read.</summary>
    public static Outcome<FileContent?> ReadContent(InputFile file) => Open(file, stream => Hash(file, stream));

    /// <summary>A bundle's file that is copied, with its size where it is a picture; null where it cannot be read.</summary>
    public static Outcome<AssetFile?> ReadAsset(InputFile file, string name) => Open(file, stream =>
    {
        var size = PictureSize.Find(stream);
        stream.Position = 0;
        return new AssetFile(name, file.Path, Hash(file, stream), size?.Width, size?.Height);
    });

    /// <summary>A stylesheet of the theme, which is known by its place on disk only; empty where it cannot be read any more.</summary>
    public static string ReadStylesheet(FileContent file) => FindText("", file.FullPath) ?? "";

    /// <summary>
    /// The text that the offsets of diagnostics count in, for showing it to people: bytes that are not UTF-8 are replaced.
    /// Null for what is no text of the site: nobody is shown a line of what a link out of the root leads to.
    /// </summary>
    /// <param name="root">Empty for a file that belongs to no site.</param>
    public static string? FindText(string root, string path)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, path));
            if (root.Length > 0 && !(RealPath.Find(file.FullName) is { } real && RealPath.IsBelow(real, RealPath.Find(root) ?? root)))
            {
                return null;
            }

            return file is { Exists: true, Length: <= LargestText }
                ? ForbiddenCharacters.Replace(File.ReadAllText(file.FullName), out _, out _)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileContent Hash(InputFile file, FileStream stream) =>
        new(file.FullPath, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream))[..HashDigits]);

    private static Outcome<T?> Open<T>(InputFile file, Func<FileStream, T> read)
        where T : class
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new(read(stream), []);
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
