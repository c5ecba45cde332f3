using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>Two calls of the system that .NET does not have: a second name for a file, and a rename that replaces a link to a folder.</summary>
internal static partial class Posix
{
    private const int Exists = 17;

    /// <summary>False where <paramref name="to"/> exists. Of two that link at once, one is told so.</summary>
    public static bool TryLink(string from, string to)
    {
        if (Link(from, to) == 0)
        {
            return true;
        }

        return Marshal.GetLastPInvokeError() == Exists ? false : throw Failure(to);
    }

    /// <summary>False where the file system has no hard links, or no room for another one.</summary>
    public static bool TryLinkOrGiveUp(string from, string to) => Link(from, to) == 0;

    public static void Replace(string from, string to)
    {
        if (Rename(from, to) != 0)
        {
            throw Failure(to);
        }
    }

    private static IOException Failure(string path)
    {
        var code = Marshal.GetLastPInvokeError();
        return new IOException($"{new Win32Exception(code).Message}: '{path}'", code);
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(string from, string to);
}
