using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Accounts;

/// <summary>A session that was signed out: a copy of its cookie is worth nothing any more.</summary>
public sealed class EndedSession
{
    public Guid Id { get; init; }
    public DateTimeOffset EndedAt { get; init; }
}

internal sealed class EndedSessionTable : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("ended_sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.EndedAt);
    }
}
