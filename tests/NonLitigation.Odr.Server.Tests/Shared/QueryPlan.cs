using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>How PostgreSQL carries a statement out.</summary>
public static class QueryPlan
{
    /// <param name="how"><c>explain</c>, with options.</param>
    /// <param name="before">Statements for the same connection: settings of the planner, a vacuum.</param>
    /// <returns>A line for each node and its properties.</returns>
    public static async Task<string> OfAsync(NpgsqlConnectionStringBuilder database, string how, string sql, params string[] before)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var first in before)
        {
            await using var command = new NpgsqlCommand(first, connection);
            await command.ExecuteNonQueryAsync();
        }
        await using var explain = new NpgsqlCommand($"{how} {sql}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
