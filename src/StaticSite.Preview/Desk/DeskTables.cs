using System.Globalization;
using System.Security.Cryptography;

namespace StaticSite.Preview.Desk;

/// <summary>The table of the site as it is now, made once for all who ask.</summary>
internal sealed class DeskTables(IDeskSource source, Func<string, int, int, string> editorLink)
{
    /// <summary>Revisions begin anew with every run.</summary>
    private readonly string _run = RandomNumberGenerator.GetHexString(8, lowercase: true);

    private readonly Lock _gate = new();
    private DeskTable? _last;

    public DeskTable Current()
    {
        lock (_gate)
        {
            var site = source.Current;
            return _last?.Revision == site.Revision ? _last : _last = DeskTable.Create(site, TagOf(site.Revision), editorLink);
        }
    }

    public string TagOf(long revision) => string.Create(CultureInfo.InvariantCulture, $"{_run}-{revision}");
}
