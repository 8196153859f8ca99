package org.kepu.assistant.web.account;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Puts the {@link org.kepu.assistant.account.Account} that is signed in into a parameter of a
 * controller's method: {@code Mono<…> list(@SignedIn Account account)}. Under {@code
 * /api/v1/admin/} and {@code /api/v1/educator/} there always is one, with a role that {@link
 * Permissions} lets through; what belongs to a venue asks {@link
 * org.kepu.assistant.account.Account#sees}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(hidden = true)
@AuthenticationPrincipal
public @interface SignedIn {}
