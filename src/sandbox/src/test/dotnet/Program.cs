using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Esign
{
    /// <summary>
    /// Follows the documented way of a session from the API key to its end, and says of each step whether the answer is what
    /// the documentation promises. Ends with status 1 if one isn't.
    /// </summary>
    public static class Program
    {
        private const string UserName = "owner@example.com";
        private const string ReturnUrl = "https://app.example.com/done";
        private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

        private static int failed;

        public static int Main(string[] arguments)
        {
            if (arguments.Length != 3 || arguments[0] != "script" && arguments[0] != "contract")
            {
                Console.Error.WriteLine("Usage: flow.exe script|contract URL DOCUMENT");
                return 2;
            }
            IReader reader = arguments[0] == "script" ? (IReader)new ScriptReader() : new ContractReader();
            using (WebhookReceiver webhooks = new WebhookReceiver(reader))
            {
                try
                {
                    Follow(new Service(arguments[1], reader), webhooks, arguments[2], reader is ScriptReader);
                }
                catch (Exception e)
                {
                    Console.WriteLine("FAIL  the way ended early: " + e.GetType().Name + ": " + e.Message);
                    failed++;
                }
            }
            Console.WriteLine(failed == 0 ? "All steps passed." : failed + " steps failed.");
            return failed == 0 ? 0 : 1;
        }

        private static void Follow(Service service, WebhookReceiver webhooks, string document, bool readsObjects)
        {
            service.Plain("POST", "_sandbox/webhooks/targets", new { url = webhooks.Url });

            FollowTokens(service);
            FollowUser(service);
            Guid id = FollowSession(service, webhooks, document, readsObjects);
            FollowEnds(service, webhooks, id);
        }

        private static void FollowTokens(Service service)
        {
            RequestResponse encrypted = null;
            Step("EncryptString: the API key is encrypted", () =>
            {
                encrypted = service.EncryptString("an/api+key=", "s@lt 1");
                Require(encrypted.Message == "Success" && encrypted.ReturnValue.Length > 0);
            });
            RequestResponse token = null;
            Step("GetToken: a token for the encrypted key", () =>
            {
                token = service.GetToken(encrypted.ReturnValue, "s@lt 1");
                Require(token.Message == "Success" && token.ReturnValue.Length > 0);
            });
            Step("GetToken: an error text for another salt", () =>
            {
                RequestResponse refused = service.GetToken(encrypted.ReturnValue, "another");
                Require(refused.Message == "Error"
                    && refused.Details.Single() == "Error: Invalid user account information");
            });
            Step("GetLandingURL: an address to which the parameters are appended", () =>
            {
                RequestResponse landing = service.Get<RequestResponse>("rest/v1/landingurl", token.ReturnValue);
                Require(landing.ReturnValue.EndsWith("?") || landing.ReturnValue.EndsWith("&"));
            });
            Step("Any call: null for a token that was used", () =>
                Require(service.Get<RequestResponse>("rest/v1/landingurl", token.ReturnValue) == null));
        }

        private static void FollowUser(Service service)
        {
            const string salt = "5aLt";
            string name = "new." + Guid.NewGuid().ToString("N") + "@example.com";
            UserResponse created = null;
            Step("GetUserByUsername: nobody yet", () =>
            {
                UserResponse found = service.Get<UserResponse>("rest/v1/users?username=" + Uri.EscapeDataString(name));
                Require(found.Users == null || found.Users.Count == 0);
            });
            Step("CreateUser: the new user with an id", () =>
            {
                User user = new User
                {
                    FirstName = "Zoë",
                    LastName = "O'Neil <x>",
                    Username = name,
                    Password = service.EncryptString("pa$$ word", salt).ReturnValue,
                    Company = "Example",
                    Region = "",
                    SubscriptionTypes = "Annual",
                    TimeZoneId = "Pacific Standard Time",
                    StatusCode = UserStatusCodes.Active
                };
                created = service.Post<UserResponse>("rest/v1/users", new { salt, user });
                Require(created.Message == "Success" && Guid.Parse(created.Users.Single().SystemUserId) != Guid.Empty);
            });
            Step("GetUserById and GetUserByUsername: the same user", () =>
            {
                string id = created.Users.Single().SystemUserId;
                User byId = service.Get<UserResponse>("rest/v1/users/" + id).Users.Single();
                User byName = service.Get<UserResponse>("rest/v1/users?username=" + Uri.EscapeDataString(name)).Users.Single();
                Require(byId.Username == name && byId.LastName == "O'Neil <x>" && byId.FirstName == "Zoë");
                Require(byName.SystemUserId == id && byName.Password == null && byName.StatusCode == UserStatusCodes.Active);
            });
            FollowPasswords(service, name);
            Step("UpdateUserByUsername: a new name", () =>
            {
                User user = new User { Username = "newer." + name, Company = "Other", StatusCode = UserStatusCodes.Active };
                User changed = service.Put<UserResponse>("rest/v1/users/updateByUsername",
                    new { salt, oldUsername = name, user }).Users.Single();
                Require(changed.SystemUserId == created.Users.Single().SystemUserId && changed.Username == "newer." + name);
                Require(changed.Company == "Other" && changed.LastName == "O'Neil <x>");
            });
            Step("ProvisionUser: inactive", () =>
            {
                User changed = service.Put<UserResponse>("rest/v1/users/provisionUser",
                    new { salt, systemUserId = created.Users.Single().SystemUserId, userStatus = 0 }).Users.Single();
                Require(changed.StatusCode == UserStatusCodes.Inactive);
            });
        }

        private static void FollowPasswords(Service service, string name)
        {
            const string salt = "0therSa1t";
            string encrypted = service.EncryptString("pa$$ word", salt).ReturnValue;
            Step("GetTokenUserNamePassword: a token for the user", () =>
            {
                RequestResponse token = service.Get<RequestResponse>("rest/v1/tokenusernamepassword/"
                    + Uri.EscapeDataString(name) + "/" + salt, encrypted);
                Require(token.Message == "Success", token.Details);
                Require(service.Get<RequestResponse>("rest/v1/landingurl", token.ReturnValue).Message == "Success");
            });
            Step("AuthenticateUser: the user", () =>
            {
                UserResponse user = service.Get<UserResponse>("rest/v1/authenticateuser/" + Uri.EscapeDataString(name) + "/"
                    + salt, service.NewToken() + ":" + encrypted);
                Require(user.Message == "Success", user.Details);
                Require(user.Users.Single().Username == name);
            });
        }

        private static Guid FollowSession(Service service, WebhookReceiver webhooks, string document, bool readsObjects)
        {
            string transactionId = "deal/4711 " + Guid.NewGuid();
            SessionResponse created = null;
            Step("CreateSession: an id and the session", () =>
            {
                created = service.Post<SessionResponse>("rest/v1/sessions",
                    new { userName = UserName, session = NewSession(transactionId, document) });
                Require(created.Message == "Success" && created.SigningSessionId != Guid.Empty);
                Require(created.Sessions.Single().Signers.Count == 2);
            });
            Guid id = created.SigningSessionId;
            Step("StartSession: refused while anchor tags are processed", () =>
            {
                RequestResponse started = Start(service, id);
                Require(started.Message == "Error" && started.ReturnValue == "False" && started.Details.Count > 0);
            });
            Step("UpdateSession: one more document and signer", () => Update(service, id, document));
            Step("StartSession: done after some tries", () =>
            {
                RequestResponse started = Start(service, id);
                for (int tries = 1; started.ReturnValue != "True" && tries < 40; tries++)
                {
                    Thread.Sleep(250);
                    started = Start(service, id);
                }
                Require(started.Message == "Success" && started.ReturnValue == "True", started.Details);
            });
            Step("GetSession: what was sent", () => Compare(service, id, transactionId, readsObjects));
            Step("WebHook: the session was sent", () =>
            {
                EsignData told = webhooks.Await(Told(id, SessionStatus.InSent), Soon);
                Require(told.Title == "New Session" && told.SignerId == Guid.Empty && told.NewSigningSessionId == Guid.Empty);
                Require(told.DeclinedReason == null);
            });
            FollowLists(service, id, transactionId);
            FollowSigners(service, webhooks, id);
            Step("GetLandingURL: leads to the session", () =>
            {
                string landing = service.Get<RequestResponse>("rest/v1/landingurl").ReturnValue;
                string page = service.Plain("GET", landing + string.Format("token={0}&user={1}&ssid={2}&page={3}",
                    service.NewToken(), UserName, id, "continue"), null);
                Require(page.Contains("<html") && page.Contains("New Session"));
            });
            return id;
        }

        private static void FollowLists(Service service, Guid id, string transactionId)
        {
            string user = Uri.EscapeDataString(UserName);
            string transaction = Uri.EscapeDataString(transactionId);
            Step("GetSessionsLiteByTransactionId: one row", () =>
            {
                ResponseSessionInfoLiteView list = service.Get<ResponseSessionInfoLiteView>("rest/v1/sessions/lite/" + user
                    + "/" + transaction + "/50/0/sortBy?colName=CreatedOn&sortOrder=desc");
                SessionInfoLite row = list.Sessions.Single();
                Require(list.TotalCount == 1 && row.SigningSessionId == id && row.Title == "New Session");
                Require(row.TransactionId == transactionId && row.StatusCode == SessionStatus.InSent);
                Require(Math.Abs((DateTime.UtcNow - row.CreatedOn.ToUniversalTime()).TotalMinutes) < 5);
            });
            Step("GetSessionsByTransactionId, version 1 and 2: the session", () =>
            {
                foreach (string version in new[] { "v1", "v2" })
                {
                    SessionResponse found = service.Get<SessionResponse>("rest/" + version + "/users/" + user
                        + "/transactions/" + transaction);
                    Require(Guid.Parse(found.Sessions.Single().Id) == id);
                }
            });
        }

        private static void FollowSigners(Service service, WebhookReceiver webhooks, Guid id)
        {
            List<Signer> signers = null;
            Step("GetSession: nobody was invited, as was asked for", () =>
            {
                signers = service.Get<SessionResponse>("rest/v1/sessions/" + id).Sessions.Single().Signers;
                Require(signers.Count == 4 && signers.All(one => one.StatusCode == SignerStatus.PendingInvite));
            });
            Step("SendSignerEmailInvites: one signer is invited", () =>
            {
                Signer signer = signers[1];
                RequestResponse invited = service.Put<RequestResponse>("rest/v1/signers/invite", new
                {
                    signerList = new[]
                    {
                        new
                        {
                            signer.SignerId, Sequence = 0, signer.FirstName, signer.LastName, signer.EmailAddress,
                            StateCode = 0, StatusCode = 1
                        }
                    },
                    signingSessionId = id,
                    returnURL = ReturnUrl
                });
                Require(invited.ReturnValue == "True", invited.Details);
                signers = service.Get<SessionResponse>("rest/v1/sessions/" + id).Sessions.Single().Signers;
                Require(signers[1].StatusCode == SignerStatus.Invited && signers[2].StatusCode == SignerStatus.PendingInvite);
            });
            Step("WebHook: the signer was invited", () =>
            {
                EsignData told = webhooks.Await(data => data.SigningSessionId == id && data.Type == "SignerStatus", Soon);
                Require(told.SignerId == Guid.Parse(signers[1].SignerId) && told.Status == (int)SignerStatus.Invited);
                Require(told.Title == "New Session");
            });
            Step("GetSignerInviteToken: a token", () =>
            {
                RequestResponse token = service.Get<RequestResponse>("rest/v1/signers/" + signers[1].SignerId + "/token");
                Require(token.Message == "Success" && token.ReturnValue.Length > 0);
            });
            Step("Update Signers: another e-mail message", () =>
            {
                signers[2].SignerEmailMessage = "Please sign soon.";
                UpdateSignersView updated = service.Put<UpdateSignersView>("rest/v1/signers",
                    new { username = UserName, signingSessionId = id, signers = new[] { signers[2] } });
                Require(updated.Message == "Success", updated.Details);
            });
            Step("GetSessionActionLogs: date, address and description of each action", () =>
            {
                List<ActionLog> log = service.Get<ActionLogResponse>("rest/v1/sessions/" + id + "/actionlogs").Actionlog;
                // What happens by itself, such as the reading of tags, comes from no address.
                Require(log.All(one => one.Description.Length > 0 && one.IPAddress != null));
                Require(log.Count(one => one.IPAddress == "127.0.0.1") >= 3);
                Require(log.All(one => Math.Abs((DateTime.UtcNow - one.Date.ToUniversalTime()).TotalMinutes) < 5));
            });
        }

        private static void FollowEnds(Service service, WebhookReceiver webhooks, Guid id)
        {
            Guid copy = Guid.Empty;
            Step("CopySigningSession: a draft of its own", () =>
            {
                Session session = new Session
                {
                    SigningSessionId = id.ToString(),
                    SessionInfo = new SessionInfo { TransactionId = "copy", Title = "Copy" },
                    Signers = new List<Signer>()
                };
                SessionResponse copied = service.Post<SessionResponse>("rest/v1/sessions/copy",
                    new { copyOptions = new CopyOptions { Version = 0, RetainFields = true }, session });
                Require(copied.Message == "Success", copied.Details);
                copy = copied.SigningSessionId;
                Require(copy != Guid.Empty && copy != id && Status(service, copy) == SessionStatus.InDraft);
            });
            Step("DeleteSession: the copy, which is then listed as deleted", () =>
            {
                Require(service.Delete<RequestResponse>("rest/v1/sessions/" + copy).ReturnValue == "True");
                SessionLiteBucketView deleted = service.Get<SessionLiteBucketView>("rest/v1/sessions/deleted/50/0");
                Require(deleted.TotalCount >= 1 && deleted.SigningSessionIds.Contains(copy));
            });
            Step("UpdateTransactionId: another one", () =>
            {
                Response changed = service.Put<Response>("rest/v1/transaction/UpdateTxId",
                    new { userName = UserName, signingSessionId = id, newTransactionId = "deal-4712" });
                Require(changed.Message == "Success", changed.Details);
            });
            Step("Edit/Pause Session: paused, told by WebHook, and sent again", () =>
            {
                SessionResponse paused = service.Put<SessionResponse>("rest/v1/sessions/EditSession/" + id, null);
                Require(paused.Message == "Success", paused.Details);
                Require(paused.Sessions.Single().SessionInfo.StatusCode == SessionStatus.InPaused);
                webhooks.Await(Told(id, SessionStatus.InPaused), Soon);
                RequestResponse started = Start(service, id);
                Require(started.ReturnValue == "True", started.Details);
            });
            Step("CancelSession: done, and told by WebHook", () =>
            {
                RequestResponse cancelled = service.Put<RequestResponse>("rest/v1/sessions/" + id + "/cancel?returnURL="
                    + Uri.EscapeDataString(ReturnUrl), null);
                Require(cancelled.ReturnValue == "True", cancelled.Details);
                Require(Status(service, id) == SessionStatus.Cancelled);
                webhooks.Await(Told(id, SessionStatus.Cancelled), Soon);
            });
            Step("UpdateSession: refused once it is cancelled", () =>
            {
                SessionResponse refused = service.Post<SessionResponse>("rest/v1/sessions/updatesession", new
                {
                    userName = UserName,
                    session = new { Id = id, SessionInfo = new { Title = "Too late" } }
                });
                Require(refused.Message == "Error" && refused.Details.Count > 0);
            });
            Step("PurgeSessionDocs: later, and CancelPurgingSession: not at all", () =>
            {
                RequestResponse purged = service.Put<RequestResponse>("rest/v1/sessions/" + id + "/purge?returnURL="
                    + Uri.EscapeDataString(ReturnUrl) + "&purgeNow=false", null);
                Require(purged.ReturnValue == "True", purged.Details);
                RequestResponse kept = service.Put<RequestResponse>("rest/v1/sessions/cancelPurging/" + id, null);
                Require(kept.ReturnValue == "True", kept.Details);
                Require(Status(service, id) == SessionStatus.Cancelled);
            });
            Step("PurgeSessionDocs: now, and told by WebHook", () =>
            {
                RequestResponse purged = service.Put<RequestResponse>("rest/v1/sessions/" + id + "/purge?returnURL="
                    + Uri.EscapeDataString(ReturnUrl) + "&purgeNow=true", null);
                Require(purged.ReturnValue == "True", purged.Details);
                Require(Status(service, id) == SessionStatus.Purged);
                webhooks.Await(Told(id, SessionStatus.Purged), Soon);
            });
            Step("CloseSession: completes a session that was sent", () =>
            {
                Guid other = StartedSession(service);
                RequestResponse closed = service.Put<RequestResponse>("rest/v1/sessions/" + other + "/close?returnURL="
                    + Uri.EscapeDataString(ReturnUrl), null);
                Require(closed.ReturnValue == "True", closed.Details);
                Require(Status(service, other) == SessionStatus.Completed);
                webhooks.Await(Told(other, SessionStatus.Completed), Soon);
            });
            Step("CreateSession: what nobody set, and empty dictionaries", () => CreateSparsely(service));
            Step("GetArchivedSessions and GetExpiredSessions: none", () =>
            {
                foreach (string list in new[] { "archived", "expired" })
                {
                    SessionLiteBucketView none = service.Get<SessionLiteBucketView>("rest/v1/sessions/" + list + "/50/0");
                    Require(none.TotalCount == 0 && none.SigningSessionIds.Count == 0);
                }
            });
            Step("GetSession: an error for a session that doesn't exist", () =>
            {
                SessionResponse none = service.Get<SessionResponse>("rest/v1/sessions/" + Guid.NewGuid());
                Require(none.Message == "Error" && none.SigningSessionId == Guid.Empty && none.Sessions == null);
            });
        }

        private static Session NewSession(string transactionId, string document)
        {
            return new Session
            {
                SessionInfo = new SessionInfo
                {
                    TransactionId = transactionId,
                    Title = "New Session",
                    UseSequence = 0,
                    AllowDelegation = true,
                    CopyTo = "user1@example.com,user2@example.com",
                    Password = "password",
                    FirstSigner = true,
                    EmailOptions = 3,
                    SendSignerInvites = false,
                    SendSessionRedirectUrl = "www.example.com",
                    ExpiresOn = DateTime.UtcNow.AddDays(20),
                    ReminderFrequencyDays = 2
                },
                Documents = new List<Document>
                {
                    new Document
                    {
                        FileName = Path.GetFileName(document),
                        FormId = "",
                        HasAnchorTags = true,
                        FileBytes = File.ReadAllBytes(document)
                    }
                },
                Signers = new List<Signer>
                {
                    NewSigner("seller@example.com", "Seller 1", Authentication.KBA),
                    NewSigner("buyer@example.com", "Buyer 1", Authentication.Password)
                }
            };
        }

        private static Signer NewSigner(string email, string role, Authentication method)
        {
            return new Signer
            {
                EmailAddress = email,
                FirstName = "Zoë",
                LastName = "O'Neil <x>",
                SignerRole = role,
                AuthMethod = method,
                AuthMethods = new List<Authentication>(),
                AuthenticationSettings = new AuthenticationSettings { Password = "password" },
                Properties = new List<Property>(),
                MergeFieldMapping = new Dictionary<string, string> { { "CompanyName", "RED" }, { "Job Title", "Manager" } }
            };
        }

        private static void Update(Service service, Guid id, string document)
        {
            Signer signer = NewSigner("agent@example.com", "Agent 1", Authentication.None);
            signer.Properties.Add(new Property { Key = "DisableEditName", Value = "1" });
            Session session = new Session
            {
                Id = id.ToString(),
                SessionInfo = new SessionInfo
                {
                    Title = "New Session",
                    EmailOptions = 3,
                    ReminderFrequencyDays = 2,
                    AllowDelegation = true,
                    FirstSigner = true
                },
                Documents = new List<Document>
                {
                    new Document
                    {
                        FileName = "More.docx",
                        FormTag = "Tag2",
                        FileBytes = File.ReadAllBytes(document)
                    }
                },
                Signers = new List<Signer> { signer }
            };
            SessionResponse updated = service.Post<SessionResponse>("rest/v1/sessions/updatesession",
                new { userName = UserName, session });
            Require(updated.Message == "Success", updated.Details);
            Require(updated.SigningSessionId == id && updated.Sessions.Single().Signers.Count == 3);
        }

        private static void Compare(Service service, Guid id, string transactionId, bool readsObjects)
        {
            Session session = service.Get<SessionResponse>("rest/v1/sessions/" + id).Sessions.Single();
            SessionInfo info = session.SessionInfo;
            Require(Guid.Parse(session.Id) == id && info.StatusCode == SessionStatus.InSent);
            Require(info.TransactionId == transactionId && info.Title == "New Session" && info.EmailOptions == 3);
            Require(info.AllowDelegation && !info.SendSignerInvites && info.Password == null && info.ReturnURL == ReturnUrl);
            Require(info.ExpiresOn.HasValue
                && Math.Abs((info.ExpiresOn.Value.ToUniversalTime() - DateTime.UtcNow).TotalDays - 20) < 1.1);
            Require(session.Documents.Count == 2 && session.Documents[0].HasAnchorTags && !session.Documents[1].HasAnchorTags);
            Require(session.Documents[1].FileName == "More.docx" && session.Documents[1].FormTag == "Tag2");
            Signer owner = session.Signers[0];
            Require(owner.EmailAddress == UserName && owner.AuthMethod == Authentication.None);
            Signer seller = session.Signers[1];
            Require(seller.FirstName == "Zoë" && seller.LastName == "O'Neil <x>" && seller.SignerRole == "Seller 1");
            Require(seller.AuthMethod == Authentication.KBA && seller.AuthMethods.Count == 0);
            // WCF's reader wants pairs where the documented client sends an object, and ignores an object.
            Require(!readsObjects || seller.MergeFieldMapping["Job Title"] == "Manager");
            Property property = session.Signers[3].Properties.Single();
            Require(property.Key == "DisableEditName" && property.Value == "1");
        }

        private static Guid StartedSession(Service service)
        {
            SessionResponse created = service.Post<SessionResponse>("rest/v1/sessions", new
            {
                userName = UserName,
                session = new Session
                {
                    SessionInfo = new SessionInfo { Title = "Another", TransactionId = "another", SendSignerInvites = true },
                    Documents = new List<Document>
                    {
                        new Document { FileName = "a.pdf", FileBytes = new byte[] { 1, 2, 255 } }
                    },
                    Signers = new List<Signer> { NewSigner("buyer@example.com", "Buyer 1", Authentication.None) }
                }
            });
            Require(created.Message == "Success", created.Details);
            RequestResponse started = Start(service, created.SigningSessionId);
            Require(started.ReturnValue == "True", started.Details);
            return created.SigningSessionId;
        }

        private static void CreateSparsely(Service service)
        {
            SessionResponse created = service.Post<SessionResponse>("rest/v1/sessions", new
            {
                userName = UserName,
                session = new
                {
                    SigningSessionId = Guid.Empty,
                    SessionInfo = new { Title = "Sparse", ExpiresOn = default(DateTime), ReminderFrequencyDays = 0 },
                    Signers = new[]
                    {
                        new
                        {
                            LastName = "Buyer",
                            EmailAddress = "buyer@example.com",
                            SignerRole = "Buyer 1",
                            AuthMethods = new List<Authentication> { Authentication.KBA, Authentication.Password },
                            Properties = new Dictionary<string, string>(),
                            AuthenticateSigner = new { Password = "password" }
                        }
                    }
                }
            });
            Require(created.Message == "Success", created.Details);
            Session session = created.Sessions.Single();
            Require(session.SessionInfo.ExpiresOn == null);
            Signer signer = session.Signers.Single();
            Require(signer.AuthMethod == default(Authentication) && signer.Properties.Count == 0);
            Require(signer.AuthMethods.SequenceEqual(new[] { Authentication.KBA, Authentication.Password }));
        }

        private static RequestResponse Start(Service service, Guid id)
        {
            return service.Put<RequestResponse>("rest/v1/sessions/" + id + "/start?returnUrl="
                + Uri.EscapeDataString(ReturnUrl), null);
        }

        private static SessionStatus Status(Service service, Guid id)
        {
            return service.Get<SessionResponse>("rest/v1/sessions/" + id).Sessions.Single().SessionInfo.StatusCode;
        }

        private static Func<EsignData, bool> Told(Guid id, SessionStatus status)
        {
            return data => data.SigningSessionId == id && data.Type == "SessionStatus" && data.Status == (int)status;
        }

        private static void Step(string name, Action action)
        {
            try
            {
                action();
                Console.WriteLine("PASS  " + name);
            }
            catch (Exception e)
            {
                failed++;
                Console.WriteLine("FAIL  " + name);
                Console.WriteLine("      " + e.GetType().Name + ": " + e.Message);
            }
        }

        private static void Require(bool condition, List<string> details = null,
            [System.Runtime.CompilerServices.CallerLineNumber] int line = 0)
        {
            if (!condition)
            {
                throw new InvalidOperationException("Program.cs line " + line + ": not what was promised. "
                    + string.Join(" ", details ?? new List<string>()));
            }
        }
    }
}
