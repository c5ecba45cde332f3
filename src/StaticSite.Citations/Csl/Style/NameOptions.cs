namespace StaticSite.Citations.Csl.Style;

internal enum NameAnd : byte { None, Text, Symbol }

internal enum Precedes : byte { Contextual, AfterInvertedName, Always, Never }

internal enum NameForm : byte { Long, Short, Count }

internal enum SortOrder : byte { None, First, All }

/// <summary>The inheritable name options as one element writes them; null where it does not.</summary>
internal sealed record NameOptions
{
    public static readonly NameOptions Empty = new();

    public NameAnd? And { get; init; }
    public string? Delimiter { get; init; }
    public Precedes? DelimiterPrecedesEtAl { get; init; }
    public Precedes? DelimiterPrecedesLast { get; init; }
    public int? EtAlMin { get; init; }
    public int? EtAlUseFirst { get; init; }
    public int? EtAlSubsequentMin { get; init; }
    public int? EtAlSubsequentUseFirst { get; init; }
    public bool? EtAlUseLast { get; init; }
    public NameForm? Form { get; init; }
    public bool? Initialize { get; init; }
    public string? InitializeWith { get; init; }
    public SortOrder? NameAsSortOrder { get; init; }
    public string? SortSeparator { get; init; }
    public string? NamesDelimiter { get; init; }

    public NameOptions Over(NameOptions outer) => this == Empty ? outer : outer == Empty ? this : new()
    {
        And = And ?? outer.And,
        Delimiter = Delimiter ?? outer.Delimiter,
        DelimiterPrecedesEtAl = DelimiterPrecedesEtAl ?? outer.DelimiterPrecedesEtAl,
        DelimiterPrecedesLast = DelimiterPrecedesLast ?? outer.DelimiterPrecedesLast,
        EtAlMin = EtAlMin ?? outer.EtAlMin,
        EtAlUseFirst = EtAlUseFirst ?? outer.EtAlUseFirst,
        EtAlSubsequentMin = EtAlSubsequentMin ?? outer.EtAlSubsequentMin,
        EtAlSubsequentUseFirst = EtAlSubsequentUseFirst ?? outer.EtAlSubsequentUseFirst,
        EtAlUseLast = EtAlUseLast ?? outer.EtAlUseLast,
        Form = Form ?? outer.Form,
        Initialize = Initialize ?? outer.Initialize,
        InitializeWith = InitializeWith ?? outer.InitializeWith,
        NameAsSortOrder = NameAsSortOrder ?? outer.NameAsSortOrder,
        SortSeparator = SortSeparator ?? outer.SortSeparator,
        NamesDelimiter = NamesDelimiter ?? outer.NamesDelimiter,
    };
}
