using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Persistence.Law;

/// <summary>Table <c>statute_articles</c>: copies of public texts, some thousands of rows; read from end to end when somebody searches.</summary>
internal sealed class StatuteArticleTable : IEntityTypeConfiguration<StatuteArticle>
{
    public void Configure(EntityTypeBuilder<StatuteArticle> articles)
    {
        articles.ToTable("statute_articles");
        articles.Property(a => a.Id).ValueGeneratedNever();
        articles.Property(a => a.Statute).HasMaxLength(200);
        articles.Property(a => a.Label).HasMaxLength(40);
        articles.Property(a => a.TextSha256).HasMaxLength(64);
        articles.HasIndex(a => new { a.Statute, a.VersionOf, a.Label }).IsUnique();
    }
}
