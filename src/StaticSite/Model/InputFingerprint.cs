using System.Security.Cryptography;
using System.Text;

namespace StaticSite.Model;

/// <summary>64 hex digits that change whenever a file under input/ or theme/ is added, removed, renamed or edited.</summary>
public static class InputFingerprint
{
    public static string Of(IEnumerable<(string Path, Digest Digest)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, digest) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{digest}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
