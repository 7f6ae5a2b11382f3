using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Shared;

internal static class JsonLists
{
    /// <summary>A list that is kept in one <c>jsonb</c> column and replaced as a whole.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> IsKeptAsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property.HasColumnType("jsonb").HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default), json => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default)!, Unchanging.List<T>());
}
