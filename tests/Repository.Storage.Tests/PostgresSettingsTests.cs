using Npgsql;

namespace Repository.Storage.Tests;

/// <summary>A connection string says what it wants; the rest is set so that several nodes fit on one server.</summary>
public sealed class PostgresSettingsTests
{
    [Fact]
    public void what_the_connection_string_leaves_open_is_completed()
    {
        var settings = PostgresDialect.Completed(new NpgsqlConnectionStringBuilder("Host=db"));

        Assert.Equal((50, 20), (settings.MaxAutoPrepare, settings.MaxPoolSize));
    }

    [Theory]
    [InlineData("Max Auto Prepare=0;Maximum Pool Size=100")]
    [InlineData("MaxAutoPrepare=0;MaxPoolSize=100")]
    public void what_it_says_stays_in_whichever_spelling(string words)
    {
        var settings = PostgresDialect.Completed(new NpgsqlConnectionStringBuilder($"Host=db;{words}"));

        Assert.Equal((0, 100), (settings.MaxAutoPrepare, settings.MaxPoolSize));
    }
}
