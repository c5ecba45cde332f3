using StaticSite.Model;

namespace StaticSite.Publishing.Targets;

/// <summary>A target refuses, or is not there. Every foreign exception becomes one of these where it is met.</summary>
internal sealed class TargetFault(Diagnostic diagnostic, bool isTransient = false, Exception? cause = null) : IOException(diagnostic.Message, cause)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>Trying again may help.</summary>
    public bool IsTransient { get; } = isTransient;
}
