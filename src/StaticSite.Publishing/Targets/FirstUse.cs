using StaticSite.Model;
using StaticSite.Publishing.Releases;

namespace StaticSite.Publishing.Targets;

/// <summary>A place that was not used before shows what it can: keep bytes as they are, refuse a second write of one name, delete.</summary>
internal static class FirstUse
{
    /// <exception cref="TargetFault">It cannot. Nothing of the site has been written.</exception>
    public static async Task ProbeAsync(ITarget target, SourceSpan where, CancellationToken cancellation)
    {
        var name = $"{StateNames.Probe}-{Guid.NewGuid():N}";
        var first = System.Text.Encoding.UTF8.GetBytes($"{name}: staticsite looks what this place does.\n");
        try
        {
            if (!await target.Documents.CreateAsync(name, first, cancellation))
            {
                throw new TargetFault(PublishDiagnostics.NoCreateOnly(where, target.CreateOnlyWrite));
            }

            if (await target.Documents.ReadAsync(name, cancellation) is not { } read || !read.AsSpan().SequenceEqual(first))
            {
                throw new TargetFault(PublishDiagnostics.ArrivedWrong(where, "A first small file"));
            }

            if (await target.Documents.CreateAsync(name, [.. first, (byte)'2'], cancellation))
            {
                throw new TargetFault(PublishDiagnostics.NoCreateOnly(where, target.CreateOnlyWrite));
            }
        }
        finally
        {
            await target.Documents.DeleteAsync(name, cancellation);
        }
    }
}
