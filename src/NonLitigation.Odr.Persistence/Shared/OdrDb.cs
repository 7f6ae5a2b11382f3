using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>The one database. Each feature maps its own tables in its folder (IEntityTypeConfiguration); reach them by Set&lt;T&gt;().</summary>
public sealed class OdrDb(DbContextOptions<OdrDb> options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        MapPasskeys(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OdrDb).Assembly);
    }

    /// <summary>As Identity's own schema version 3 maps them; the migration tool and <c>migrate</c> have no IdentityOptions to tell the version.</summary>
    private static void MapPasskeys(ModelBuilder builder) => builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(one => one.CredentialId);
        passkey.Property(one => one.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(one => one.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(one => one.UserId).IsRequired();
    });
}
