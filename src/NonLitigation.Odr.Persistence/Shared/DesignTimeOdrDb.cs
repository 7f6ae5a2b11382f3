using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>For the migration tool only: the model needs no database.</summary>
public sealed class DesignTimeOdrDb : IDesignTimeDbContextFactory<OdrDb>
{
    public OdrDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr("Host=design.invalid;Database=odr");
        return new OdrDb(options.Options);
    }
}
