using System.Collections.Frozen;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>What LaTeX commands print.</summary>
internal static class LatexCommands
{
    /// <summary>Accents, by their command, as combining characters.</summary>
    private static readonly FrozenDictionary<string, char> s_accents = WordTable.Pairs("""
        ` 0300 ' 0301 ^ 0302 ~ 0303 = 0304 u 0306 . 0307 " 0308 h 0309 r 030A H 030B v 030C U 030E G 030F f 0311 d 0323 c 0327 k 0328 b 0331
        """, StringComparer.Ordinal).ToFrozenDictionary(accent => accent.Key, accent => (char)Convert.ToInt32(accent.Value, 16), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_symbols = WordTable.Pairs("""
        ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
        S § P ¶ copyright © pounds £ euro € texteuro € dots … ldots … textellipsis … textendash – textemdash — slash /
        textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ glqq „ grqq “ guillemotleft « guillemotright »
        textquotesingle ' textquotedbl " lq ‘ rq ’ flqq « frqq » textbackslash \ textasciitilde ~ textasciicircum ^ textasciigrave ` textless < textgreater >
        textbar | textbraceleft { textbraceright } textdollar $ textpercent % textunderscore _ textampersand & textdegree ° degree ° textregistered ® texttrademark ™ textmu µ textmicro µ
        textperiodcentered · textbullet • bullet • cdot · cdots ⋯ times × texttimes × pm ± textpm ± mp ∓ div ÷ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡
        propto ∝ infty ∞ partial ∂ nabla ∇ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ uparrow ↑ downarrow ↓ in ∈ cup ∪ cap ∩ prime ′ circ ° ast ∗ star ⋆
        dagger † ddagger ‡ sum ∑ prod ∏ int ∫ surd √ lt < gt > less < greater > mid | vert | ll ≪ gg ≫ forall ∀ exists ∃ ell ℓ hbar ℏ AA Å TeX TeX LaTeX LaTeX BibTeX BibTeX
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ sigma σ varsigma ς
        tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        textalpha α textbeta β textgamma γ textdelta δ textexclamdown ¡ textquestiondown ¿ textordfeminine ª textordmasculine º textnumero № textmho ℧ textohm Ω textcelsius ℃
        & & % % $ $ # # _ _ { { } }
        """, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands that print white space, or nothing.</summary>
    private static readonly FrozenDictionary<string, string> s_spaces = new[]
    {
        (" ", string.Join('|', " ", "\n", "\r", "\t", "\\", ":", ";", "newline", "linebreak", "par", "quad", "qquad", "enspace", "space")),
        ("\u202F", ",|thinspace"),
        ("\u00A0", "nobreakspace"),
        ("", "!|/|-|@|+|(|)|[|]|relax|allowbreak|noindent|protect|ignorespaces|left|right|displaystyle|textstyle|nolinebreak|nobreak|xspace|penalty|unskip|null|limits"),
    }.SelectMany(space => space.Item2.Split('|').Select(command => (Command: command, Text: space.Item1))).ToFrozenDictionary(space => space.Command, space => space.Text, StringComparer.Ordinal);

    /// <summary>Commands that set their argument, as CSL's tags.</summary>
    private static readonly FrozenDictionary<string, LatexStyle> s_styles = Styles(
        (LatexStyle.Italic, "textit emph textsl mkbibemph mkbibitalic mathit"),
        (LatexStyle.Bold, "textbf mkbibbold mathbf boldsymbol"),
        (LatexStyle.Superscript, "textsuperscript mkbibsuperscript sp"),
        (LatexStyle.Subscript, "textsubscript mkbibsubscript sb"),
        (LatexStyle.SmallCaps, "textsc"),
        (LatexStyle.Quoted, "enquote mkbibquote"),
        (LatexStyle.NoCase, "NoCaseChange nocase"),
        (LatexStyle.Plain, """
            textrm textsf texttt textup textmd textnormal text mathrm mathsf mathtt mathcal mathbb mathfrak mbox hbox fbox ensuremath url path nolinkurl
            mkbibparens mkbibbrackets bibstring operatorname underline uppercase lowercase MakeUppercase MakeLowercase texorpdfstring ul ce foreignphrase
            """));

    /// <summary>Commands that set the rest of their group.</summary>
    private static readonly FrozenDictionary<string, LatexStyle> s_switches = Styles(
        (LatexStyle.Italic, "em it sl itshape slshape"),
        (LatexStyle.Bold, "bf bfseries"),
        (LatexStyle.SmallCaps, "sc scshape"),
        (LatexStyle.Plain, "rm sf tt rmfamily sffamily ttfamily upshape mdseries normalfont normalsize small footnotesize scriptsize large bibnamedelima"));

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> s_accentsBySpan = s_accents.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_symbolsBySpan = s_symbols.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_spacesBySpan = s_spaces.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, LatexStyle>.AlternateLookup<ReadOnlySpan<char>> s_stylesBySpan = s_styles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, LatexStyle>.AlternateLookup<ReadOnlySpan<char>> s_switchesBySpan = s_switches.GetAlternateLookup<ReadOnlySpan<char>>();

    public static char? FindAccent(ReadOnlySpan<char> command) => s_accentsBySpan.TryGetValue(command, out var accent) ? accent : null;

    public static string? FindText(ReadOnlySpan<char> command) =>
        s_symbolsBySpan.TryGetValue(command, out var symbol) || s_spacesBySpan.TryGetValue(command, out symbol) ? symbol : null;

    public static LatexStyle? FindStyle(ReadOnlySpan<char> command) => s_stylesBySpan.TryGetValue(command, out var style) ? style : null;

    public static LatexStyle? FindSwitch(ReadOnlySpan<char> command) => s_switchesBySpan.TryGetValue(command, out var style) ? style : null;

    public static (string Open, string Close) Tags(LatexStyle style) => style switch
    {
        LatexStyle.Italic => ("<i>", "</i>"),
        LatexStyle.Bold => ("<b>", "</b>"),
        LatexStyle.Superscript => ("<sup>", "</sup>"),
        LatexStyle.Subscript => ("<sub>", "</sub>"),
        LatexStyle.SmallCaps => ("<span style=\"font-variant:small-caps;\">", "</span>"),
        LatexStyle.NoCase => ("<span class=\"nocase\">", "</span>"),
        LatexStyle.Quoted => ("“", "”"),
        _ => ("", ""),
    };

    private static FrozenDictionary<string, LatexStyle> Styles(params ReadOnlySpan<(LatexStyle Style, string Commands)> styles)
    {
        var all = new Dictionary<string, LatexStyle>(StringComparer.Ordinal);
        foreach (var (style, commands) in styles)
        {
            foreach (var command in WordTable.Words(commands))
            {
                all[command] = style;
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

internal enum LatexStyle
{
    Plain,
    Italic,
    Bold,
    Superscript,
    Subscript,
    SmallCaps,
    NoCase,
    Quoted,
}
