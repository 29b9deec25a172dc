using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deploy users</c>: the people of a list as users of the instance.</summary>
static class UsersCommand
{
    // What Connect's own directory asks of a password: https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
    const string Small = "abcdefghijkmnopqrstuvwxyz";
    const string Capital = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    const string Digit = "23456789";
    const int PasswordLength = 32;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = $"A CSV file with the columns {UserList.Columns}." }.AcceptExistingOnly();
        var (stack, region) = (DeployCommand.StackOption(), DeployCommand.RegionOption());
        var fromInput = new Option<bool>("--password-from-stdin")
        {
            Description = "Read one first password for all new users from standard input. Without this each has one that nobody knows, and makes their own by \"Forgot password\" at the first login.",
        };
        var command = new Command("users", "Makes the users of a list who are not there yet. No password is written to a file or shown.") { file, stack, region, fromInput };
        command.SetAction(async (line, cancellation) =>
        {
            var people = UserList.Read(line.GetRequiredValue(file));
            var aws = await AwsCommand.Open(line.GetValue(region), cancellation);
            var name = line.GetRequiredValue(stack);
            var deployed = await CloudStack.Find(aws, name, cancellation);
            return deployed?.InstanceId is { } instance
                ? await Make(aws, instance, people, line.GetValue(fromInput), line.InvocationConfiguration.Output, cancellation)
                : throw new InvalidDataException($"There is no stack {name} with an instance in {aws.Region}: deploy it first.");
        });
        return command;
    }

    static async Task<int> Make(AwsCommand aws, string instance, IReadOnlyList<ListedUser> people, bool fromInput, TextWriter output, CancellationToken cancellation)
    {
        string[] here = ["--instance-id", instance];
        var directory = (string?)(await aws.Ask(["connect", "describe-instance", .. here], cancellation))["Instance"]?["IdentityManagementType"];
        var needsPassword = directory switch
        {
            "CONNECT_MANAGED" => true,
            "SAML" when !fromInput => false,
            "SAML" => throw new InvalidDataException("The instance takes its logins from SAML: its users have no password here. Leave --password-from-stdin out."),
            _ => throw new InvalidDataException($"The instance takes its users from a directory ({directory}): add them there, and in the console."),
        };
        var profiles = Ids((await aws.Ask(["connect", "list-security-profiles", .. here], cancellation))["SecurityProfileSummaryList"], "Name");
        var routing = Ids((await aws.Ask(["connect", "list-routing-profiles", .. here], cancellation))["RoutingProfileSummaryList"], "Name");
        var there = Ids((await aws.Ask(["connect", "list-users", .. here], cancellation))["UserSummaryList"], "Username");

        // None is made while another cannot be.
        foreach (var user in people)
        {
            Check(user, user.SecurityProfile, profiles, "security profile");
            Check(user, user.RoutingProfile, routing, "routing profile");
        }

        var shared = fromInput ? await Console.In.ReadLineAsync(cancellation) ?? throw new InvalidDataException("Standard input has no password: give it one line.") : null;
        var made = 0;
        foreach (var user in people)
        {
            if (there.ContainsKey(user.Login))
            {
                await output.WriteLineAsync($"  {user.Login} is there already, and stays as it is.");
                continue;
            }

            // An instance with SAML refuses an address: https://docs.aws.amazon.com/connect/latest/APIReference/API_UserIdentityInfo.html
            var person = new JsonObject { ["FirstName"] = user.First, ["LastName"] = user.Last };
            if (needsPassword)
            {
                person["Email"] = user.Mail;
            }

            string[] password = needsPassword ? ["--password", AwsCommand.Given] : [];
            await aws.Ask(
                ["connect", "create-user", .. here, "--username", user.Login, "--identity-info", person.ToJsonString(), "--phone-config", "PhoneType=SOFT_PHONE",
                    "--security-profile-ids", profiles[user.SecurityProfile], "--routing-profile-id", routing[user.RoutingProfile], .. password],
                cancellation,
                needsPassword ? shared ?? NobodysPassword() : null);
            made++;
            await output.WriteLineAsync($"  {user.Login} is made: {user.SecurityProfile}, {user.RoutingProfile}.");
        }

        await output.WriteLineAsync($"{made} made, {people.Count - made} there before."
            + (made > 0 && needsPassword && !fromInput ? " Each chooses a password by \"Forgot password\" at the login; Connect sends the way to the mail of the list." : ""));
        return ExitCodes.Ok;
    }

    static Dictionary<string, string> Ids(JsonNode? list, string name) => (list as JsonArray ?? [])
        .ToDictionary(one => (string)one![name]!, one => (string)one!["Id"]!, StringComparer.OrdinalIgnoreCase);

    static void Check(ListedUser user, string name, Dictionary<string, string> known, string what)
    {
        if (!known.ContainsKey(name))
        {
            throw new InvalidDataException($"{user.Login}: the instance has no {what} {name}; there is {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        }
    }

    static string NobodysPassword() =>
        $"{RandomNumberGenerator.GetString(Small, 1)}{RandomNumberGenerator.GetString(Capital, 1)}{RandomNumberGenerator.GetString(Digit, 1)}"
        + RandomNumberGenerator.GetString(Small + Capital + Digit, PasswordLength - 3);
}
