package org.counterpose.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.counterpose.store.Also;
import org.counterpose.store.Database;
import org.counterpose.store.SqlPasskeys;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks passkeys: kept by the authenticator itself, so that no name is typed, and only
 * with the user verified there. What a browser is asked is remembered here for five minutes and
 * answered once.
 */
public final class Passkeys {

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);

  /** Questions remembered; beyond it the oldest is forgotten. */
  private static final int QUESTIONS = 10_000;

  /**
   * What is put to a browser.
   *
   * @param id to be sent back with the answer
   * @param json what {@code navigator.credentials} is given
   */
  public record Question(String id, String json) {}

  private sealed interface Asked {}

  private record Making(PublicKeyCredentialCreationOptions options, UUID owner) implements Asked {}

  private record Showing(AssertionRequest request) implements Asked {}

  private record Waiting(Asked asked, Instant until) {}

  private final SqlPasskeys store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Supplier<URI> address;
  private final String clinic;
  private final Map<String, Waiting> waiting =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
          return size() > QUESTIONS;
        }
      };

  /**
   * @param address where browsers reach us; passkeys are bound to its host
   * @param clinic the name that a browser shows beside the passkey
   */
  public Passkeys(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      Supplier<URI> address,
      String clinic) {
    this.store = new SqlPasskeys(database);
    this.clock = clock;
    this.random = random;
    this.address = address;
    this.clinic = clinic;
  }

  /** Asks a browser to make a passkey for an owner, shown there under this name. */
  public Question make(UUID owner, String shown) {
    PublicKeyCredentialCreationOptions options =
        party()
            .startRegistration(
                StartRegistrationOptions.builder()
                    .user(
                        UserIdentity.builder()
                            .name(shown)
                            .displayName(shown)
                            .id(handle(owner))
                            .build())
                    .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build())
                    .timeout(ANSWERED_WITHIN.toMillis())
                    .build());
    try {
      return ask(new Making(options, owner), options.toCredentialsCreateJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question to a browser could not be written", e);
    }
  }

  /** The passkey that a browser made, not kept yet; empty where the answer does not hold. */
  public Optional<SqlPasskeys.Kept> made(String question, String answer, String name) {
    if (!(asked(question) instanceof Making making)) {
      return Optional.empty();
    }
    try {
      RegistrationResult result =
          party()
              .finishRegistration(
                  FinishRegistrationOptions.builder()
                      .request(making.options())
                      .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                      .build());
      if (!result.isUserVerified()) {
        return Optional.empty();
      }
      return Optional.of(
          new SqlPasskeys.Kept(
              result.getKeyId().getId().getBase64Url(),
              making.owner(),
              name,
              result.getPublicKeyCose().getBase64Url(),
              result.getSignatureCount(),
              clock.instant(),
              Optional.empty()));
    } catch (RegistrationFailedException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Asks a browser to show any passkey that it has for us. */
  public Question show() {
    AssertionRequest request =
        party()
            .startAssertion(
                StartAssertionOptions.builder()
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .timeout(ANSWERED_WITHIN.toMillis())
                    .build());
    try {
      return ask(new Showing(request), request.toCredentialsGetJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question to a browser could not be written", e);
    }
  }

  /** Whose passkey a browser showed; empty where the answer does not hold. */
  public Optional<UUID> shown(String question, String answer) {
    if (!(asked(question) instanceof Showing showing)) {
      return Optional.empty();
    }
    try {
      AssertionResult result =
          party()
              .finishAssertion(
                  FinishAssertionOptions.builder()
                      .request(showing.request())
                      .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                      .build());
      String credential = result.getCredential().getCredentialId().getBase64Url();
      boolean holds =
          result.isSuccess()
              && result.isUserVerified()
              && store.used(credential, result.getSignatureCount(), clock.instant());
      return holds ? Optional.of(owner(result.getCredential().getUserHandle())) : Optional.empty();
    } catch (AssertionFailedException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The passkeys of an owner, the oldest first. */
  public List<SqlPasskeys.Kept> of(UUID owner) {
    return store.of(owner);
  }

  /**
   * Removes one that is not the last.
   *
   * @param also what is written with it
   */
  public boolean removeButTheLast(UUID owner, String credential, Also also) {
    return store.removeButTheLast(owner, credential, also);
  }

  /** Removes one, be it the last. */
  public boolean remove(UUID owner, String credential, Also also) {
    return store.remove(owner, credential, also);
  }

  private Question ask(Asked asked, String json) {
    String id = Secret.random(random).text();
    synchronized (waiting) {
      waiting.put(id, new Waiting(asked, clock.instant().plus(ANSWERED_WITHIN)));
    }
    return new Question(id, json);
  }

  /** What was asked, for the first answer in time. */
  private @Nullable Asked asked(String question) {
    synchronized (waiting) {
      Waiting found = waiting.remove(question);
      return found != null && clock.instant().isBefore(found.until()) ? found.asked() : null;
    }
  }

  private RelyingParty party() {
    URI at = address.get();
    String origin =
        at.getScheme() + "://" + at.getHost() + (at.getPort() < 0 ? "" : ":" + at.getPort());
    return RelyingParty.builder()
        .identity(RelyingPartyIdentity.builder().id(at.getHost()).name(clinic).build())
        .credentialRepository(new Known(store))
        .origins(Set.of(origin))
        .build();
  }

  private static ByteArray handle(UUID owner) {
    return new ByteArray(
        ByteBuffer.allocate(16)
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .array());
  }

  private static UUID owner(ByteArray handle) {
    if (handle.size() != 16) {
      throw new IllegalArgumentException("an owner has 16 bytes, got " + handle.size());
    }
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The kept passkeys as the library asks for them; its user names are the owners' ids. */
  private record Known(SqlPasskeys store) implements CredentialRepository {

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
      return ownerNamed(username).stream()
          .flatMap(owner -> store.of(owner).stream())
          .map(kept -> PublicKeyCredentialDescriptor.builder().id(bytes(kept.credential())).build())
          .collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
      return ownerNamed(username).map(Passkeys::handle);
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
      return userHandle.size() == 16 ? Optional.of(owner(userHandle).toString()) : Optional.empty();
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
      return store
          .find(credentialId.getBase64Url())
          .filter(kept -> handle(kept.owner()).equals(userHandle))
          .map(Known::registered);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
      return store.find(credentialId.getBase64Url()).stream()
          .map(Known::registered)
          .collect(Collectors.toSet());
    }

    private static RegisteredCredential registered(SqlPasskeys.Kept kept) {
      return RegisteredCredential.builder()
          .credentialId(bytes(kept.credential()))
          .userHandle(handle(kept.owner()))
          .publicKeyCose(bytes(kept.publicKey()))
          .signatureCount(kept.signCount())
          .build();
    }

    private static Optional<UUID> ownerNamed(String username) {
      try {
        return Optional.of(UUID.fromString(username));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static ByteArray bytes(String base64) {
      try {
        return ByteArray.fromBase64Url(base64);
      } catch (Base64UrlException e) {
        throw new IllegalStateException("a kept passkey cannot be read", e);
      }
    }
  }
}
