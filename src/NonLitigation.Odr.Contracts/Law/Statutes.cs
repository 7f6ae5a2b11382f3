namespace NonLitigation.Odr.Contracts.Law;

/// <param name="VersionOf">Day on which this version of the statute was passed.</param>
/// <param name="Label">E.g. 第二十九条.</param>
public sealed record ArticleView(Guid Id, string Statute, DateOnly VersionOf, string Label, string Text);

/// <param name="Statutes">How many statutes have been imported; 0: there is nothing to search in.</param>
public sealed record ArticlesFoundView(IReadOnlyList<ArticleView> Articles, int Statutes);
