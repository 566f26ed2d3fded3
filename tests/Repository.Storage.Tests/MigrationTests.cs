using Repository.Storage.Migrations;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class MigrationTests(TestDatabase database) : StoreTests(database)
{
    private static readonly int Next = Migration.Known("sqlite")[^1].Number + 1;

    private static readonly Migration Extra = new(Next, $"{Next:0000}-extra", "CREATE TABLE extra (word TEXT NOT NULL); INSERT INTO extra (word) VALUES ('tequio')");

    [Fact]
    public async Task each_migration_is_applied_once_and_in_order()
    {
        await OpenAsync(KnownAnd(Extra));
        await OpenAsync(KnownAnd(Extra));

        var again = () => Database.RunAsync($"INSERT INTO migration (number, name, hash, applied_at) VALUES ({Next}, 'x', 'x', 0)");

        await Assert.ThrowsAnyAsync<Exception>(again);
        await Database.RunAsync("CREATE UNIQUE INDEX once ON extra (word)");
    }

    [Fact]
    public async Task processes_that_start_together_do_not_collide()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenAsync(KnownAnd(Extra)), Cancellation)));

        await Database.RunAsync("CREATE UNIQUE INDEX once ON extra (word)");
        foreach (var store in stores) await store.InsertAsync(An.Item("tequio"));
        Assert.Equal(6, await stores[0].HeadAsync(Cancellation));
    }

    [Fact]
    public async Task a_database_from_a_newer_program_is_refused_and_left_alone()
    {
        var newer = await OpenAsync(KnownAnd(Extra));
        await newer.InsertAsync(An.Item("tequio"));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(OpenAsync);

        Assert.Contains(Extra.Name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("más nueva", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await newer.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task an_applied_migration_with_another_text_is_refused()
    {
        await OpenAsync(KnownAnd(Extra));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => OpenAsync(KnownAnd(Extra with { Sql = "SELECT 1" })));

        Assert.Contains(Extra.Name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_migration_that_fails_leaves_nothing_of_itself()
    {
        var broken = new Migration(Next, $"{Next:0000}-broken", "CREATE TABLE half (word TEXT); INSERT INTO nowhere VALUES (1)");

        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(KnownAnd(broken)));

        await Database.RunAsync("CREATE TABLE half (word TEXT)");
        var store = await OpenAsync(KnownAnd(Extra));
        Assert.Equal(0, await store.HeadAsync(Cancellation));
    }

    [Fact]
    public async Task what_was_public_or_planned_before_there_were_reviews_counts_as_approved()
    {
        await OpenAsync(dialect => [.. Migration.Known(dialect.Name).Where(migration => migration.Number < Reviews)]);
        var (shown, planned, photo) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Database.RunAsync(
            $"""
            INSERT INTO node (key, kind, type, sort_order, created_at, created_by, trashed, restricted, version, revision) VALUES
                ('{shown}', 'Document', 'note', 0, 0, 'ana', FALSE, FALSE, 5, 2), ('{planned}', 'Document', 'note', 1, 0, 'ana', FALSE, FALSE, 5, 2), ('{photo}', 'Media', 'Image', 2, 0, 'ana', FALSE, FALSE, 1, 1);
            INSERT INTO revision (item_key, number, at, by, content) VALUES ('{shown}', 1, 10, 'ana', '{NoWords}'), ('{shown}', 2, 20, 'ana', '{NoWords}'), ('{planned}', 2, 30, 'ana', '{NoWords}'), ('{photo}', 1, 40, 'ana', '{NoWords}');
            INSERT INTO publication (item_key, culture, revision, segment, at) VALUES ('{shown}', '', 1, 'nota', 15), ('{photo}', '', 1, '', 40);
            INSERT INTO schedule (item_key, culture, action, at) VALUES ('{planned}', '', 'Release', 99), ('{shown}', '', 'Expire', 99)
            """);

        var store = await Database.OpenAsync();

        Assert.Equal(["1 Approved", "1 Published"], (await store.AskAsync(reader => reader.ReviewsAsync(shown))).Select(review => $"{review.Revision} {review.State}"));
        Assert.Equal(["2 Approved"], (await store.AskAsync(reader => reader.ReviewsAsync(planned))).Select(review => $"{review.Revision} {review.State}"));
        Assert.Empty(await store.AskAsync(reader => reader.ReviewsAsync(photo)));
        Assert.Equal([2, null], (await store.AskAsync(reader => reader.DueAsync(An.Instant))).OrderBy(schedule => schedule.Action).Select(schedule => schedule.Revision));
    }

    [Fact]
    public void the_programs_migrations_are_numbered_without_gaps()
    {
        var known = Migration.Known("sqlite");

        Assert.Equal(Enumerable.Range(1, known.Count), known.Select(migration => migration.Number));
        Assert.Equal(known.Select(migration => migration.Name), Migration.Known("postgres").Select(migration => migration.Name));
        Assert.All(known, migration => Assert.StartsWith($"{migration.Number:0000}-", migration.Name, StringComparison.Ordinal));
    }

    private const int Reviews = 4;
    private const string NoWords = """{"names":{},"values":{}}""";

    private static Func<ISqlDialect, IReadOnlyList<Migration>> KnownAnd(Migration migration) => dialect => [.. Migration.Known(dialect.Name), migration];

    private async Task<ContentStore> OpenAsync(Func<ISqlDialect, IReadOnlyList<Migration>> migrations)
    {
        var dialect = await Database.DialectAsync();
        return await Database.OpenAsync(dialect, migrations(dialect));
    }
}

public sealed class SqliteMigrationTests() : MigrationTests(new SqliteTestDatabase());

public sealed class PostgresMigrationTests(PostgresCluster cluster) : MigrationTests(new PostgresTestDatabase(cluster));
