using System.Diagnostics;
using Repository.Testing;

namespace Repository.Specs.Commands;

/// <summary>Letting people in at the terminal, and the first start that lets in the first.</summary>
public sealed class UsersSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Terminal _terminal;

    public UsersSpecs() => _terminal = new Terminal(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task somebody_is_added_listed_and_given_a_new_password()
    {
        var (code, output, errors) = await _terminal.RunAsync("users", "add", "Ana@Example.org", "Ana López", "reviewer");
        var (_, listed, _) = await _terminal.RunAsync("users", "list");
        var (reset, renewed, _) = await _terminal.RunAsync("users", "reset", "ana@example.org");

        Assert.True(code == 0, errors);
        Assert.Equal("ana@example.org  Ana López  Reviewer  activa", listed.Trim());
        Assert.Equal(0, reset);
        Assert.Matches("contraseña: [a-z0-9]{4}(-[a-z0-9]{4}){4}", output);
        Assert.NotEqual(output, renewed);
    }

    [Fact]
    public async Task an_invitation_is_a_link_to_choose_a_password_by()
    {
        var (code, output, _) = await _terminal.RunAsync("users", "add", "--invite", "ana@example.org", "Ana", "administrator");
        var (_, listed, _) = await _terminal.RunAsync("users", "list");

        Assert.Equal(0, code);
        Assert.Matches("^/desk/invitation/[A-Za-z0-9_-]{43}$", output.Trim());
        Assert.Contains("aún sin contraseña", listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Di correo, nombre y papel", "add", "ana@example.org")]
    [InlineData("no es un papel", "add", "ana@example.org", "Ana", "reina")]
    [InlineData("no es una dirección de correo", "add", "ana", "Ana", "reviewer")]
    [InlineData("No hay ningún elemento", "add", "ana@example.org", "Ana", "reviewer", "5f2c1b7e-6d0a-4b0e-9f51-2b7f6f3f9f00")]
    [InlineData("No hay ninguna cuenta", "reset", "nadie@example.org")]
    public async Task what_makes_no_sense_is_said_in_words(string expected, params string[] words)
    {
        var (code, _, errors) = await _terminal.RunAsync(["users", .. words]);

        Assert.Equal(1, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_first_start_tells_a_password_once_and_to_nobody_but_the_terminal()
    {
        var first = await StartAsync();
        var second = await StartAsync();

        Assert.Contains("correo:     admin@localhost", first.Errors, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(first.Errors, "contraseña: "));
        Assert.DoesNotContain("contraseña", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("contraseña", second.Output + second.Errors, StringComparison.Ordinal);
    }

    /// <summary>Serves until it says where, and stops.</summary>
    private async Task<(string Output, string Errors)> StartAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Terminal.Program, "serve", "--urls=http://127.0.0.1:0", .. _terminal.Places]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            output.Add(line);
            if (line.Contains("healthz/ready", StringComparison.Ordinal)) process.Kill();
        }

        return (string.Join('\n', output), await errors);
    }
}
