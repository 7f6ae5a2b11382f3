using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>paper_parts</c>: at most one of each case.</summary>
internal sealed class PaperPartTable : IEntityTypeConfiguration<PaperPart>
{
    public void Configure(EntityTypeBuilder<PaperPart> parts)
    {
        parts.ToTable("paper_parts", table =>
        {
            table.HasCheckConstraint("ck_paper_parts_text", "(state = 'Collecting') = (text is null) and (text is null) = (hash is null)");
            table.HasCheckConstraint("ck_paper_parts_signed", "(state = 'SignedByHand') = (signed_on is not null) and (signed_on is null) = (scan_id is null)");
        });
        parts.Property(p => p.Id).ValueGeneratedNever();
        parts.Property(p => p.State).HasConversion<string>().HasMaxLength(16);
        parts.Property(p => p.Clauses).HasConversion(
            clauses => clauses.ToArray(), array => array, Unchanging.List<string>());
        parts.Property(p => p.Text).HasColumnType("jsonb").HasConversion(
            text => JsonSerializer.Serialize(text, JsonSerializerOptions.Default), json => JsonSerializer.Deserialize<PaperText>(json, JsonSerializerOptions.Default));
        parts.Property(p => p.Hash).HasMaxLength(64);
        parts.Property(p => p.ScanSha256).HasMaxLength(64);
        parts.Property(p => p.Place).HasMaxLength(PaperPart.LongestPlace);
        parts.HasIndex(p => p.CaseId).IsUnique();
        parts.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        parts.HasOne<Exhibit>().WithMany().HasForeignKey(p => p.ScanId).OnDelete(DeleteBehavior.Restrict);
    }
}
