namespace StaticSite.Benchmarks.Articles;

/// <summary>A piece of a body between two empty lines. Generators differ in how they write a figure.</summary>
/// <param name="Text">Markdown, or the caption of a figure.</param>
/// <param name="Figure">Its number, counted from 1; 0 for what is no figure.</param>
internal readonly record struct Block(string Text, int Figure = 0);
